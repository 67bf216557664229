/* What is done in a store once a month, and its cards: fetched behind the first opening, outside of what every phone fetches before it. */
export { Count } from './papers/count.tsx';
export { Money } from './papers/money.tsx';
export { Order } from './papers/order.tsx';
export { Card } from './store/card.tsx';
