import type { users as vi } from '../../vi/device/users.ts';
import type { Reworded } from '../../vocabulary.ts';

export const users: Reworded<typeof vi> = {
  title: 'Who uses this device?',
  text: 'Each has a book of her own, locked with a PIN of her own. Choose your letters, then enter your PIN.',
  nameless: (number) => `User ${number}`,
  current: 'Used last',
  revoked: 'Revoked on this device',
  add: 'Add a user',
  addingHow:
    'A new user needs a code of her own. The books of the others stay locked on this device as they are, and their waiting work is still sent.',
  unfinishedHow:
    'If that was you, enter the same code again. The recovery card printed or copied last time is void, throw it away; a new one will show.',
  label: 'Letters on this device',
  labelHint:
    '1 to 3 letters or digits, e.g. your initials. Whoever holds the device sees them: do not write your whole name.',
  labelText: 'Shown at the lock screen when several people use this device.',
  saveLabel: 'Change the letters',
  labelSaved: 'The letters were changed',
  errors: {
    missing: 'Enter your letters',
    shape: '1 to 3 letters or digits, without blanks',
    taken: 'Somebody else on this device has these letters. Choose others.',
  },
  leave: 'Remove my book from this device',
  leaveHow:
    'Your book and your PIN will be removed from this device. The server has all that you recorded. The books of others on this device do not change. To use it here again you need a new activation code.',
  leaveNow: 'Remove from this device',
  stay: 'Keep it',
  leaveUnproved: 'Not removed: something is not sent, or unfinished. Ask for the certificate again.',
};
