/** Identity: who people are, what they hold, how they sign in. */
export { type Credentials, homeOf, type SignedIn, signIn } from './login.ts'
export { hashPassword, isStrongPassword } from './password.ts'
export { createPerson, editPerson, type NewPerson, setDisabled } from './people.ts'
export {
  type AdminKind,
  adminKinds,
  appoint,
  createPost,
  editPost,
  endAppointment,
  type NewAppointment,
  type Post,
} from './posts.ts'
export { identityRoutes } from './routes.ts'
export { tellIdentity, watchIdentity } from './tell.ts'
export { createUnit, editUnit, type NewUnit, retireUnit } from './units.ts'
