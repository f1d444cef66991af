/** The part of qrcode that is used here; it brings no types. */
declare module 'qrcode' {
  export const create: (
    text: string,
    options: { readonly errorCorrectionLevel: 'M' },
  ) => { readonly modules: { readonly size: number; readonly data: Uint8Array } }
}
