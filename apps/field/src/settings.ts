/** Large type (适老化), dark, language: remembered on the device. */
import { ref } from 'vue'
import { isDark, setDark } from '#kernel/web/theme.ts'

export const isLarge = ref(document.documentElement.classList.contains('large'))
export const setLarge = (on: boolean): void => {
  isLarge.value = on
  document.documentElement.classList.toggle('large', on)
  localStorage.setItem('large', on ? '1' : '0')
}
export const changeDark = (on: boolean): void => {
  setDark(on)
  document.documentElement.classList.toggle('van-theme-dark', on)
}
export { isDark }
