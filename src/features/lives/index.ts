/* One file for the pages of people, lists and work: they are small and lead to each other. */
export { Filtered } from './book/filtered.tsx';
export { Filters } from './book/filters.tsx';
export { PrivateList } from './book/private-list.tsx';
export { PrivateLists } from './book/private-lists.tsx';
export { Join } from './person/join.tsx';
export { PanelScreen } from './person/panel.tsx';
export { PersonScreen } from './person/person.tsx';
export { Review } from './review/review.tsx';
export { ReviewLines } from './review/review-lines.tsx';
export { Tasks } from './tasks/tasks.tsx';
export { ChooseHousehold } from './visit/choose-household.tsx';
export { Visit } from './visit/visit.tsx';
