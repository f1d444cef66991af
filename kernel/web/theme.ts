/** Light or dark, remembered. */
import { ref } from 'vue'

export const isDark = ref(typeof document !== 'undefined' && document.documentElement.classList.contains('dark'))
/** For a page that is dark by nature: a wall that is closed must not leave the desk dark for good. */
export const showDark = (dark: boolean): void => {
  isDark.value = dark
  document.documentElement.classList.toggle('dark', dark)
}
export const setDark = (dark: boolean): void => {
  showDark(dark)
  localStorage.setItem('theme', dark ? 'dark' : 'light')
}
