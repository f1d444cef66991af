/** maplibre with its worker; imported lazily, because it is large and only maps need it. */
import { Map as MapLibre, Marker, NavigationControl, Popup, ScaleControl, setWorkerUrl } from 'maplibre-gl'
import 'maplibre-gl/dist/maplibre-gl.css'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'

setWorkerUrl(workerUrl)

export { MapLibre, Marker, NavigationControl, Popup, ScaleControl }
