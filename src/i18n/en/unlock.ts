import type { InterfaceWords } from '../vi.ts';

export const unlock: InterfaceWords['unlock'] = {
  title: 'The book is locked',
  open: 'Unlock',
  working: 'Opening…',
  useCard: 'Use the recovery card',
  usePin: 'Use the PIN',
  others: 'Somebody else uses this device',
  whose: (label) => `Book of ${label}`,
  cardTitle: 'Open with the recovery card',
  cardWords: 'Words on the card, or rescue code',
  cardHint:
    'Type the words in their order, with a space between them. No accents needed. Card lost? Ask for a rescue code by telephone and type it here.',
  cardMissing: 'Enter the words on the card, or the rescue code',
  wrongPin: 'The PIN is wrong',
  wrongCard: 'The words or the code are wrong. Look at the card again, or ask for the code again.',
  triesLeft: (count) => (count === 1 ? '1 try left' : `${count} tries left`),
  wait: (seconds) => `Wait ${seconds} seconds, then try again`,
  waitMinutes: (minutes) => `Wait ${minutes} minutes, then try again`,
  spent: 'No tries left. Use the recovery card.',
  expired:
    'The PIN ran out because this device has not reached the server for long. Turn the network on and wait a moment, and the PIN opens again. Without a network, use the recovery card.',
  over: 'This device has not reached the server for too long, so not even the card opens the book. Nothing was deleted. Turn the network on and wait a moment.',
  unopened:
    'The book on this device did not open. Nothing was deleted. Close the app fully, switch the device off and on, and try again. If it still does not open, ask the commune’s population officer for an activation code: a new book is made beside it, and the old one stays on the device.',
  damaged:
    'The storage on this device is damaged. Tell the commune’s population officer to activate it again; nothing that was sent is lost.',
};
