/**
 * The server came back with another version than it had when this page joined. By default the element offers to reload;
 * `preventDefault()` leaves that to the page.
 */
export class UpdateAvailableEvent extends Event {
  constructor(
    readonly from: string,
    readonly to: string,
  ) {
    super('update-available', { cancelable: true });
  }
}
