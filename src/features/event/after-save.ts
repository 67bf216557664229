import type { FormDefinition } from '../../domain/form/form.ts';
import type { HouseholdPage } from '../../register/answers.ts';
import { words } from '../../ui/language.ts';
import { householdPath, personPath, villagePath } from '../../ui/lives/paths.ts';
import { eventWords } from '../../ui/words/event-words.ts';
import type { Saved } from '../../workers/api/phone-api.ts';
import type { Screen } from '../screen.ts';

/**
 * Says that it is on the phone, with the way back, where the form leads: its household, the one it made, the village, or
 * the person whose page asked for it; and where the head is gone, to the choice of a new one. Returns that address.
 */
export async function afterSave(
  screen: Screen,
  form: FormDefinition,
  where: string,
  saved: Saved,
  person: string | undefined,
): Promise<string> {
  const made = saved.records.find(({ kind }) => kind === 'household');
  const isHere = form.asks === 'village' && made === undefined;
  const household = made?.id ?? where;
  const sheet = isHere ? villagePath(where) : householdPath(household);
  const home = form.shown === 'events' || person === undefined ? sheet : personPath(person);
  const isHeadless = !isHere && lacksHead(await screen.phone.household(household));
  const path = isHeadless ? `${sheet}/head` : home;
  const text = isHeadless ? `${words.value.bar.saved}. ${eventWords.value.chooseHead}` : words.value.bar.saved;
  const undo = async (): Promise<void> => {
    await screen.phone.undo(saved.transaction);
    screen.say({ text: words.value.app.undone, path: home });
    if (isHeadless) screen.returnTo(home);
  };
  screen.say({ text, path, undo });
  return path;
}

/** People live here, none of them is the head, and one should be. */
function lacksHead(household: HouseholdPage | undefined): boolean {
  if (household === undefined || household.isCollective) return false;
  const living = household.people.filter(({ status }) => status === 'active');
  return living.length > 0 && living.every(({ relation }) => relation !== 'head');
}
