/** Light or dark, remembered. */
import { ref } from 'vue'

export const isDark = ref(typeof document !== 'undefined' && document.documentElement.classList.contains('dark'))
export const setDark = (dark: boolean): void => {
  isDark.value = dark
  document.documentElement.classList.toggle('dark', dark)
  localStorage.setItem('theme', dark ? 'dark' : 'light')
}
