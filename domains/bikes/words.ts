/** Choices of bikes. */
export const bikeStates = { docked: '在桩', out: '借出', repair: '维修', missing: '失踪' } as const
export const modes = { docked: '有桩', bluetooth: '有桩+蓝牙' } as const
export const levels = { empty: '空桩', normal: '正常', full: '满桩' } as const
export const peaks = { am: '早高峰', pm: '晚高峰' } as const
export const ways = { dock: '锁桩', bluetooth: '蓝牙围栏(溢出)' } as const
export const duties = { operator: '运营企业', district: '区城管', street: '街道', town: '镇' } as const
export const disorderKinds = { shared: '共享自行车', public: '公共自行车', private: '社会非机动车' } as const
export const towKinds = { ebike: '电动自行车', bicycle: '自行车', shared: '共享自行车', tricycle: '三轮车' } as const
export const towStates = { held: '在场待领', claimed: '已领回', operator: '企业领回', disposed: '无主处置' } as const
export const directions = { straight: '垂直停放', slanted: '斜向停放', along: '顺向停放' } as const
export const fenceKinds = { park: '停放区', ban: '禁停区' } as const
export const wheelKinds = { two: '二轮车', three: '三轮车' } as const
