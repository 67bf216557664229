/** What a press of the mouse acts on. */
const pressed = 'button, a, label, summary';
/** Text is marked by dragging, also where the field stands in its label. */
const fields = 'input, textarea, select';

/**
 * A press of the mouse takes as long as a finger needs; pressing takes the focus from the field that was typed in, and
 * what stood there for it (a hint, a complaint) may come or go, so that the button slides away from under the pointer.
 * The press still belongs to what it began on, unless the pointer itself was moved away to call it off.
 */
export function holdPresses(view: Window): void {
  let began: { readonly x: number; readonly y: number } | undefined;
  const hold = (event: PointerEvent): void => {
    began = undefined;
    if (event.pointerType !== 'mouse' || event.button !== 0 || !(event.target instanceof Element)) return;
    const target = event.target.matches(fields) ? null : event.target.closest(pressed);
    if (target === null) return;
    began = { x: event.clientX, y: event.clientY };
    target.setPointerCapture(event.pointerId);
  };
  const callOff = (event: MouseEvent): void => {
    // A key's click, and the one a label hands on to its control, come without a pointer that went anywhere.
    if (began === undefined || event.detail === 0 || !(event.target instanceof Element)) return;
    const target = event.target.closest(pressed);
    const wentAway = Math.hypot(event.clientX - began.x, event.clientY - began.y) > steady;
    if (target === null || !wentAway || isOver(target, event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  view.addEventListener('pointerdown', hold, { capture: true });
  view.addEventListener('click', callOff, { capture: true });
}

/** px that a hand moves while it presses. */
const steady = 8;

function isOver(target: Element, { clientX, clientY }: MouseEvent): boolean {
  const { left, right, top, bottom } = target.getBoundingClientRect();
  return clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
}
