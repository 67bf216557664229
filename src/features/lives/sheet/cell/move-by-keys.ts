/** Enter goes to the line below, the arrows to the line above or below, over the sheets: always into the same column. */
export function moveByKeys(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  const cell = event.target;
  if (!(cell instanceof HTMLElement) || cell.dataset.column === undefined) return;
  const step = stepOf(event);
  const line = cell.closest('tr')?.dataset.line;
  const sheets = cell.closest<HTMLElement>('.sheets') ?? event.currentTarget;
  if (step === 0 || line === undefined) return;
  event.preventDefault();
  const next = cellAt(sheets, Number(line) + step, cell.dataset.column);
  if (next !== null) next.focus();
  else if (event.key === 'Enter') {
    // Below the last line is the next new one: it is left, and begun again.
    cell.blur();
    cellAt(sheets, Number(line), '0')?.focus();
  }
}

function stepOf({ key, isComposing }: KeyboardEvent): number {
  if (isComposing) return 0;
  if (key === 'Enter' || key === 'ArrowDown') return 1;
  return key === 'ArrowUp' ? -1 : 0;
}

function cellAt(sheets: HTMLElement, line: number, column: string): HTMLElement | null {
  return sheets.querySelector<HTMLElement>(`tr[data-line="${line}"] [data-column="${column}"]`);
}
