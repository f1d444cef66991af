/** Links in notices name a thing, not a page of this app. */
export const deskLink = (link: string): string => {
  const named = /^\/?([\w-]+\.[\w-]+)\/([0-9a-f-]{36})$/.exec(link)
  return named ? `/s/${named[1]}/${named[2]}` : link.startsWith('/') ? link : `/${link}`
}
