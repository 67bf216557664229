import { words } from '../../ui/language.ts';
import type { Screen } from '../screen.ts';

/** Where a draft is asked: blank parts for what is recorded of a village, or of all. */
interface Where {
  readonly householdNumber: string;
  readonly villageName: string;
}

export async function whereOf(screen: Screen, at: string): Promise<Where> {
  const household = await screen.phone.household(at);
  const village = screen.who.places.find(({ id }) => id === at);
  return { householdNumber: household?.number ?? '', villageName: village?.name ?? '' };
}

/** "Sinh – hộ 42": a form and where it is asked, nothing that was answered. */
export function nameDraft(title: string, { householdNumber, villageName }: Where): string {
  if (householdNumber !== '') return words.value.home.draftOf(title, householdNumber);
  return villageName === '' ? title : `${title} – ${villageName}`;
}
