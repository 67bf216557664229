import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { awake } from './awake.ts';

/** `gone`: it stopped by itself, e.g. another app took it. */
export type CameraFault = 'refused' | 'none' | 'busy' | 'unable' | 'hidden' | 'gone';

interface CameraProps {
  readonly label: string;
  /** Each picture, the next one when this one is done with. */
  readonly onPicture: (picture: ImageData) => Promise<void>;
  /** It is off from then on. */
  readonly onFault: (fault: CameraFault) => void;
}

/** Longest side of what is looked at, px: a code of 97 modules keeps its five a module. */
const sharpest = 720;
/** Between two looks, ms: the page answers presses meanwhile. */
const rest = 30;

/** The camera at the phone's back, on while this is drawn. Nothing that it sees is kept or sent. */
export function Camera({ label, onPicture, onFault }: CameraProps): VNode {
  const video = useRef<HTMLVideoElement>(null);
  const told = useRef({ onPicture, onFault });
  told.current = { onPicture, onFault };
  useEffect(() => {
    const view = video.current;
    if (view === null) return;
    const eye = watch(
      view,
      (picture) => told.current.onPicture(picture),
      (fault) => told.current.onFault(fault),
    );
    const rested = awake();
    return () => {
      eye.close();
      rested();
    };
  }, []);
  return <video ref={video} class="camera" aria-label={label} muted playsInline />;
}

function watch(
  view: HTMLVideoElement,
  see: (picture: ImageData) => Promise<void>,
  tell: (fault: CameraFault) => void,
): { readonly close: () => void } {
  let isOpen = true;
  let stream: MediaStream | undefined;
  const close = (): void => {
    isOpen = false;
    document.removeEventListener('visibilitychange', hide);
    for (const track of stream?.getTracks() ?? []) track.stop();
    view.srcObject = null;
  };
  const fail = (fault: CameraFault): void => {
    if (!isOpen) return;
    close();
    tell(fault);
  };
  const hide = (): void => {
    if (document.visibilityState === 'hidden') fail('hidden');
  };
  document.addEventListener('visibilitychange', hide);
  const run = async (): Promise<void> => {
    const opened = await openCamera();
    if (typeof opened === 'string') return fail(opened);
    stream = opened;
    if (!isOpen) return close();
    for (const track of stream.getVideoTracks()) track.addEventListener('ended', () => fail('gone'));
    view.srcObject = stream;
    await view.play();
    const canvas = document.createElement('canvas');
    while (isOpen) {
      const picture = takePicture(view, canvas);
      if (picture !== undefined) await see(picture);
      await new Promise((done) => setTimeout(done, rest));
    }
  };
  run().catch((cause: unknown) => {
    fail('gone');
    // The browser's own: playing was cut short, or the camera shows nothing after all. Anything else is a bug.
    if (!(cause instanceof DOMException)) throw cause;
  });
  return { close };
}

async function openCamera(): Promise<MediaStream | CameraFault> {
  // Not there where the page came over plain http.
  if (navigator.mediaDevices === undefined) return 'unable';
  try {
    return await navigator.mediaDevices.getUserMedia({
      audio: false,
      video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } },
    });
  } catch (cause) {
    const name = cause instanceof DOMException ? cause.name : '';
    if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
    return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'none' : 'busy';
  }
}

/** The square in the middle, which is what the screen shows. */
function takePicture(view: HTMLVideoElement, canvas: HTMLCanvasElement): ImageData | undefined {
  const side = Math.min(view.videoWidth, view.videoHeight);
  if (side === 0) return undefined;
  const size = Math.min(side, sharpest);
  canvas.width = size;
  canvas.height = size;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (pen === null) return undefined;
  pen.drawImage(view, (view.videoWidth - side) / 2, (view.videoHeight - side) / 2, side, side, 0, 0, size, size);
  return pen.getImageData(0, 0, size, size);
}
