/** The list that an event is usually ticked on; another can be chosen. */
const usual: { readonly [form: string]: string } = { newborn_screen: 'newborns' };

export function usualFilter(form: string): string {
  return usual[form] ?? 'elders';
}
