/** Verbs of 油烟噪声扬尘与洗车外立面 beyond those that follow from its definitions. */
export const verbs = {
  'pollution.town': '街道:投诉受理与回复、油污整改、道路扬尘、外立面清洗登记、小广告清理',
  'pollution.check': '现场检查:测量、责令、复测、工地与洗车检查、小广告检查',
  'pollution.manage': '管理:停工复工、销号、归并、注销',
} as const
