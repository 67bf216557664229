import { words } from '../../ui/language.ts';
import type { Screen } from '../screen.ts';

/** Where a draft is asked: blank parts for what is recorded of a village, or of all. */
interface Where {
  /** What it is asked of is on this phone. */
  readonly isHere: boolean;
  readonly householdNumber: string;
  readonly villageName: string;
}

export async function whereOf(screen: Pick<Screen, 'phone' | 'who'>, at: string): Promise<Where> {
  const household = await screen.phone.household(at);
  const village = screen.who.places.find(({ id }) => id === at);
  const isHere = household !== undefined || village !== undefined;
  return { isHere, householdNumber: household?.number ?? '', villageName: village?.name ?? '' };
}

/** "Sinh – hộ 42": a form and where it is asked, nothing that was answered. */
export function nameDraft(title: string, { householdNumber, villageName }: Omit<Where, 'isHere'>): string {
  if (householdNumber !== '') return words.value.home.draftOf(title, householdNumber);
  return villageName === '' ? title : `${title} – ${villageName}`;
}
