import type { TaskList } from '../../register/lives/answers.ts';
import type { Register } from '../../register/register.ts';
import type { BookApi } from '../api/book-api.ts';
import { breath } from '../ports/breath.ts';
import type { Recording } from '../recording/recording.ts';
import type { BookSession } from './book-session.ts';
import type { LookLog } from './look-log.ts';

/** An open book, as its answers need it. */
export interface OpenBook {
  readonly session: BookSession;
  readonly recording: Pick<Recording, 'reopen' | 'judgeTakeBack' | 'takeBack'>;
  readonly looks: LookLog;
}

/** Loaded by the first who looks at what waits or was sent back. */
const sentBack = () => import('../recording/sent-back.ts');

/** Records looked at at a stretch; between two stretches the worker answers the screens. */
const stretch = 200;

/** Answers about lives. All of them rest on the whole book, so they wait for the last page. */
export function bookAnswers(whole: () => Promise<OpenBook>, now: () => number): BookApi {
  const register = async () => (await whole()).session.register;
  return {
    person: async (id) => (await register()).person(id),
    async panel(id, goesOn) {
      const { session, looks } = await whole();
      const person = session.register.person(id);
      if (person === undefined) return undefined;
      const { user } = session.activation;
      const { nameOf } = session.people;
      const logged = await looks.log(person.id, { at: now(), user }, goesOn);
      const panel = session.register.panel(id);
      return panel && { ...panel, looks: logged.map((look) => ({ ...look, user: nameOf(look.user) ?? '' })) };
    },
    changes: async (household) => (await register()).changes(household),
    tasks: async (place, limit) => tasksInSlices(await register(), place, limit),
    async villages() {
      const { villageSizes } = await import('../../register/lives/village-sizes.ts');
      return villageSizes((await register()).folk);
    },
    filters: async () => (await register()).filters(),
    people: async (filter, place, limit) => (await register()).people(filter, place, limit),
    somePeople: async (choice, limit) => (await register()).somePeople(choice, limit),
    privateFilters: async () => (await register()).privateFilters(),
    async privatePeople(filter, place, limit, goesOn) {
      const { session, looks } = await whole();
      const list = session.register.privatePeople(filter, place, limit);
      const look = { at: now(), user: session.activation.user };
      for (const { id } of list.rows) await looks.log(id, look, goesOn);
      return list;
    },
    async lastRecorded(form, people) {
      const { lastRecorded } = await import('../../register/lives/lists/last-recorded.ts');
      return lastRecorded((await register()).folk, form, people);
    },
    async likeness(answers, household) {
      const { likenesses } = await import('../../register/lives/likeness.ts');
      return likenesses((await register()).folk, answers, household);
    },
    async yearBook() {
      const { session } = await whole();
      const { yearAnswer } = await import('./year-answer.ts');
      return yearAnswer(session);
    },
    async review(place, limit) {
      const { reviewInSlices } = await import('./review-in-slices.ts');
      return reviewInSlices(await register(), place, limit);
    },
    async writtenOn(date) {
      const { session } = await whole();
      const from = Date.parse(`${date}T00:00:00+07:00`);
      const { writtenLines } = await import('../recording/reopening.ts');
      return writtenLines(session.register, session.activation.user, from, from + 86_400_000);
    },
    reopen: async (facts) => (await whole()).recording.reopen(facts),
    async outbox() {
      const { session } = await whole();
      return (await sentBack()).readOutbox(session);
    },
    async reopenSentBack(transaction) {
      const { session } = await whole();
      return (await sentBack()).reopenSentBack(session, transaction);
    },
    dropSentBack: async (transaction) => (await whole()).session.store.putAway(new Set([transaction])),
    judgeTakeBack: async (facts) => (await whole()).recording.judgeTakeBack(facts),
    takeBack: async (facts, reason) => (await whole()).recording.takeBack(facts, reason),
  };
}

async function tasksInSlices(register: Register, place: string, limit: number): Promise<TaskList> {
  while (!register.prepareTasks(stretch)) await breath();
  return register.tasks(place, limit);
}
