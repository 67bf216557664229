export const practice = {
  bar: {
    title: 'Practice',
    how: 'The people here are invented. Write what you like: nothing is sent, and closing loses it.',
    leave: 'Leave practice',
  },
  guide: {
    title: 'First-day guide',
    how: 'One after the other. What is done has a ✓.',
    done: (count: number, of: number): string => `${count} of ${of} done`,
    mark: 'Done',
    find: 'Find somebody: type “hoa” into the search box',
    findHow: 'Accents are not needed. Press the name to open the household.',
    birth: 'Record a birth for Hoà',
    birthHow: 'On the household’s page press Record an event, choose Birth, answer each page, press Save.',
    visit: 'Log a visit',
    visitHow: 'On the household’s page press Visit, choose the kind and topics, press Save.',
    mend: 'Take back something you wrote',
    mendHow: 'Open What I wrote today, choose the entry, press Take back.',
  },
};
