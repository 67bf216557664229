import { type ReadonlySignal, signal } from '@preact/signals';
import { readPeriod } from '../domain/calendar/period.ts';

/** What the address bar keeps, so that back, forward and a bookmark work. Ids and codes only, nothing of a person. */
export interface Address {
  readonly book: string | null;
  /** "2026-11", "2026-Q2", "2026", "2026-01..2026-09" */
  readonly period: string | null;
  readonly row: string | null;
  /** What is looked at besides the report. */
  readonly job: 'stock' | null;
  /** Reports that were handed in, or their sum, instead of the figures of now; one of them by its id. */
  readonly view: 'submitted' | 'upper' | null;
  readonly closing: string | null;
  /** Code of its form. */
  readonly form: string | null;
}

const views = ['submitted', 'upper'] as const;

function readAddress(search: string): Address {
  const query = new URLSearchParams(search);
  const period = query.get('period');
  return {
    book: query.get('book'),
    period: period !== null && readPeriod(period).ok ? period : null,
    row: query.get('row'),
    job: query.get('job') === 'stock' ? 'stock' : null,
    view: views.find((view) => view === query.get('view')) ?? null,
    closing: query.get('closing'),
    form: query.get('form'),
  };
}

function writeAddress(address: Address): string {
  const query = new URLSearchParams();
  if (address.book !== null) query.set('book', address.book);
  if (address.period !== null) query.set('period', address.period);
  if (address.row !== null) query.set('row', address.row);
  if (address.job !== null) query.set('job', address.job);
  if (address.view !== null) query.set('view', address.view);
  if (address.closing !== null) query.set('closing', address.closing);
  if (address.closing !== null && address.form !== null) query.set('form', address.form);
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

const current = signal<Address>(readAddress(location.search));
window.addEventListener('popstate', () => {
  current.value = readAddress(location.search);
});

export const address: ReadonlySignal<Address> = current;

export function goTo(change: Partial<Address>): void {
  const next = { ...current.value, ...change };
  const search = writeAddress(next);
  if (search !== location.search) history.pushState(null, '', `${location.pathname}${search}`);
  current.value = next;
}
