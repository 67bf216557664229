import type { UnitRow } from '../sync/activation.ts';

/** The invented commune's places. Codes and names are nobody's. */
export interface SamplePlaces {
  readonly commune: UnitRow;
  readonly villages: readonly UnitRow[];
  /** Province, commune, villages: parents before children. */
  readonly units: readonly UnitRow[];
}

const villageNames = ['Đồng Bưởi', 'Suối Trong', 'Bến Cau', 'Gò Lim', 'Nà Sen', 'Cầu Đá', 'Vườn Quýt', 'Khe Mây'];

/** @param code of the commune, e.g. "99001"; unit ids are made of it, so that they stay the same for ever */
export function makePlaces(code: string, villages: number): SamplePlaces {
  const provinceId = `u${code}p`;
  const province: UnitRow = {
    id: provinceId,
    level: 'province',
    kind: 'province',
    code: '99',
    name: 'Tỉnh Mẫu',
    parent: null,
  };
  const commune: UnitRow = {
    id: `u${code}`,
    level: 'commune',
    kind: 'commune',
    code,
    name: 'Xã Suối Mẫu',
    parent: provinceId,
  };
  const rows = Array.from({ length: villages }, (_, index) => makeVillage(commune, index));
  return { commune, villages: rows, units: [province, commune, ...rows] };
}

function makeVillage(commune: UnitRow, index: number): UnitRow {
  const code = String(index + 1).padStart(3, '0');
  const round = Math.floor(index / villageNames.length);
  const name = `Thôn ${villageNames[index % villageNames.length]}${round === 0 ? '' : ` ${round + 1}`}`;
  return { id: `${commune.id}v${code}`, level: 'village', kind: 'village', code, name, parent: commune.id };
}
