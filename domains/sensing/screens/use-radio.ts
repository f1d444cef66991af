/** 对讲 in a browser: the groups, what was said, hold to talk, and new voices played as they come while somebody listens. */
import { onBeforeUnmount, onMounted, type Ref, ref, shallowRef } from 'vue'
import type { z } from 'zod'
import { openSubject } from '#kernel/web/api.ts'
import { get, send } from '#kernel/web/call.ts'
import { useLive } from '#kernel/web/live.ts'
import { type Recording, recordVoice, voiceSeconds } from '#kernel/web/voice.ts'
import type { radioRoute } from '../contract.ts'

type Shown = z.output<typeof radioRoute.output>
/** As JSON brings it: instants are text. */
export type Radio = Omit<Shown, 'groups' | 'talks'> & {
  readonly groups: readonly (Omit<Shown['groups'][number], 'members'> & {
    readonly members: readonly (Omit<Shown['groups'][number]['members'][number], 'seenAt'> & { readonly seenAt: string | null })[]
  })[]
  readonly talks: readonly (Omit<Shown['talks'][number], 'at'> & { readonly at: string })[]
}
export const voiceOf = (file: string): string => `/api/files/${file}`
const upload = async (blob: Blob): Promise<string> => {
  const body = new FormData()
  body.append('file', blob, `talk-${Date.now()}.m4a`)
  const { files } = (await (await send('/files', { method: 'POST', body })).json()) as { files: readonly { id: string }[] }
  return files[0]?.id ?? ''
}
/** Voices one after the other, never over each other. */
const createPlayer = () => {
  const waiting: string[] = []
  let playing: HTMLAudioElement | undefined
  const next = (): void => {
    const file = waiting.shift()
    playing = file ? new Audio(voiceOf(file)) : undefined
    playing?.addEventListener('ended', next)
    playing?.addEventListener('error', next)
    playing?.play().catch(next)
  }
  return {
    add: (file: string): void => {
      waiting.push(file)
      if (!playing) next()
    },
    stop: (): void => {
      waiting.length = 0
      playing?.pause()
      playing = undefined
    },
  }
}
export interface RadioUse {
  readonly radio: Ref<Radio | null>
  readonly isListening: Ref<boolean>
  /** The group that is being spoken into, and for how long. */
  readonly talking: Ref<string>
  readonly seconds: Ref<number>
  readonly begin: (group: string) => Promise<void>
  readonly end: () => Promise<void>
}
/** @param attempt runs what may fail and shows the failure in the words of the app */
export const useRadio = (attempt: (work: () => Promise<void>) => Promise<unknown>): RadioUse => {
  const radio = shallowRef<Radio | null>(null)
  const isListening = ref(false)
  const talking = ref('')
  const seconds = ref(0)
  const player = createPlayer()
  const heard = new Set<string>()
  let recording: Recording | undefined
  let timer: ReturnType<typeof setInterval> | undefined
  const load = async (): Promise<void> => {
    const isFirst = radio.value === null
    const shown = await get<Radio>('/sensing/radio', {})
    radio.value = shown
    for (const t of [...shown.talks].reverse()) {
      if (heard.has(t.id)) continue
      heard.add(t.id)
      if (!isFirst && isListening.value && !t.isMine) player.add(t.file)
    }
  }
  const end = async (): Promise<void> => {
    const [ended, group, length] = [recording, talking.value, Math.max(1, seconds.value)]
    clearInterval(timer)
    recording = undefined
    talking.value = ''
    if (!ended) return
    await attempt(async () => {
      const blob = await ended.stop()
      if (!blob) return
      const values = { group, seconds: length, voice: [await upload(blob)] }
      await openSubject('sensing.talk', { action: radio.value?.isDesk ? 'call' : 'say', values })
      await load()
    })
  }
  const begin = async (group: string): Promise<void> => {
    if (recording || talking.value) return
    talking.value = group
    seconds.value = 0
    const isBegun = await attempt(async () => {
      recording = await recordVoice()
    })
    if (!recording) {
      talking.value = ''
      return void isBegun
    }
    timer = setInterval(() => {
      seconds.value += 1
      if (seconds.value >= voiceSeconds) end().catch(() => undefined)
    }, 1000)
  }
  onMounted(() => void attempt(load))
  useLive(
    ([, type]) => type === 'sensing.talk' || type === 'sensing.radio-issue',
    () => void load().catch(() => undefined),
    300,
  )
  onBeforeUnmount(() => {
    player.stop()
    clearInterval(timer)
    recording?.stop().catch(() => undefined)
  })
  return { radio, isListening, talking, seconds, begin, end }
}
