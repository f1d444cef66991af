-- Which quantities a device has ever reported: asked device by device and quantity by quantity.
create index hourly_stream on sensing."hourly" (district, device, quantity);
