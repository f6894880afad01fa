import { useEffect, useState, useSyncExternalStore } from 'react'
import { createCamera, type Camera, type CameraState } from '../shared/camera.ts'

/** The camera, switched on as long as `isOn`. */
export function useDoorCamera(isOn: boolean): { state: CameraState; camera: Camera } {
  const [camera] = useState(() =>
    createCamera({
      // Typed as always there, but absent on an insecure address.
      mediaDevices: navigator.mediaDevices as MediaDevices | undefined,
      permissions: navigator.permissions as Permissions | undefined,
      isSecureContext: window.isSecureContext,
    }),
  )
  useEffect(() => {
    if (!isOn) return
    void camera.open()
    return camera.close
  }, [camera, isOn])
  return { camera, state: useSyncExternalStore(camera.subscribe, camera.state) }
}
