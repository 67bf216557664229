import { expect, test } from 'vitest';
import type { Finding } from '../../../src/domain/form/check.ts';
import { saveVisit } from '../../../src/features/lives/visit/save-visit.ts';
import type { Toast } from '../../../src/features/screen.ts';
import { makeMemoryPhone } from '../memory/memory-phone.ts';

const answers = { kind: 'call', topics: [], day: '2026-11-22', met: '', ticked: [] };
const full: Finding = { check: 'storage_full', strength: 'stop', field: 'note', message: { vi: 'Máy hết chỗ chứa.' } };

/** A page on which a visit is saved, and what it was told. */
function visited(outcome: 'saved' | 'full') {
  const { phone } = makeMemoryPhone();
  const told: { toasts: Toast[]; went: string[]; ended: number } = { toasts: [], went: [], ended: 0 };
  const screen = {
    phone: {
      ...phone,
      record: async () =>
        outcome === 'saved'
          ? ({ ok: true, value: { transaction: 't1', records: [] } } as const)
          : ({ ok: false, error: [full] } as const),
    },
    say: (toast: Toast) => void told.toasts.push(toast),
    returnTo: (path: string) => void told.went.push(path),
  };
  const end = async () => {
    told.ended++;
  };
  return { told, saving: saveVisit(screen, 'h1', answers, end) };
}

test('a visit that is on the phone is said to be, and its draft goes', async () => {
  const { told, saving } = visited('saved');
  expect(await saving).toEqual([]);
  expect(told).toMatchObject({ toasts: [{ text: 'Đã lưu trên máy' }], went: ['/household/h1'], ended: 1 });
});

test('a visit that the phone has no room for is not said to be saved: the form stays as it was answered, and says why', async () => {
  const { told, saving } = visited('full');
  expect(await saving).toEqual([full]);
  expect(told).toEqual({ toasts: [], went: [], ended: 0 });
});
