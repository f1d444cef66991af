/** The officers' desk: built to `apps/desk/dist`, which the server hands out at `/`. */
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

const root = fileURLToPath(new URL('./', import.meta.url))
export default defineConfig({
  root,
  base: '/',
  plugins: [vue()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'element',
              test: /node_modules[\\/](element-plus|@element-plus|@vueuse|lodash|dayjs|async-validator|@floating-ui|@popperjs)/,
              priority: 2,
            },
            { name: 'vue', test: /node_modules[\\/](vue|@vue|vue-router|vue-i18n|@intlify|pinia)[\\/]/, priority: 1 },
          ],
        },
      },
      checks: { pluginTimings: false },
    },
  },
  server: { port: 5173, proxy: { '/api': { target: process.env.API ?? 'http://127.0.0.1:8080', changeOrigin: false } } },
  optimizeDeps: { exclude: ['maplibre-gl'] },
})
