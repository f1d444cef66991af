/** Parts without types of their own. */
declare module 'qrcode' {
  export const toDataURL: (text: string, options?: { readonly margin?: number; readonly scale?: number }) => Promise<string>
}
