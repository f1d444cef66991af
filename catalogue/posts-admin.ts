/** 三员: the three administrators, who are different people. */
export const adminPosts = [
  {
    id: 'system-admin',
    zh: '系统管理员',
    verbs: ['system.people', 'system.units', 'system.messages', 'system.parameters', 'system.calendar'],
    adminKind: 'system',
    home: '/admin',
  },
  {
    id: 'security-admin',
    zh: '安全管理员',
    verbs: ['security.appoint', 'security.sessions'],
    adminKind: 'security',
    home: '/admin',
  },
  { id: 'audit-admin', zh: '审计管理员', verbs: ['audit.read', 'audit.verify'], adminKind: 'audit', home: '/journal' },
] as const
