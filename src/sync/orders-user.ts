/**
 * The user by whom the hub answers orders for the level above. An op names the user of its device or is refused, so
 * nobody else's answer can pass for one of the level above.
 */
export const ordersUser = 'uorders0';
