-- A draft that was not approved keeps its edition's number, and another draft of the same rule may bear it again.
drop index training.rule_name_edition_key;
