/** What of a window this asks for. */
interface View {
  readonly document: {
    readonly hidden: boolean;
    addEventListener(kind: 'visibilitychange', act: () => void): void;
    removeEventListener(kind: 'visibilitychange', act: () => void): void;
  };
  requestAnimationFrame(draw: () => void): unknown;
}

/** Resolves once what was just drawn has gone to the screen; a page that nobody sees, or no longer, has nothing to wait for. */
export function painted(view: View): Promise<void> {
  const { document } = view;
  if (document.hidden) return Promise.resolve();
  return new Promise((resolve) => {
    const leave = (): void => {
      document.removeEventListener('visibilitychange', leaveUnseen);
      resolve();
    };
    // A page that is put away is drawn no more: its frame would come with its return.
    const leaveUnseen = (): void => {
      if (document.hidden) leave();
    };
    document.addEventListener('visibilitychange', leaveUnseen);
    view.requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        leave();
      };
      port2.postMessage(null);
    });
  });
}
