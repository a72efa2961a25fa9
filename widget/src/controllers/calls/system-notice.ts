/**
 * A notification of the system while the page is hidden, also if it is only hidden later, if the person has allowed them.
 * Never asks for it.
 */
export class SystemNotice {
  #notification: Notification | undefined;
  #id: string | undefined;
  /** Shows what is not shown yet, if the page is hidden. */
  #notify = (): void => undefined;

  /** Shows words about `id`, in the place of those before; undefined takes them away. */
  show(id: string | undefined, title = '', body = ''): void {
    if (id === this.#id) return;
    document.removeEventListener('visibilitychange', this.#notify);
    this.#notification?.close();
    this.#notification = undefined;
    this.#id = id;
    if (id === undefined) return;
    this.#notify = () => {
      if (document.hidden) this.#notification ??= notificationOf(id, title, body);
    };
    this.#notify();
    document.addEventListener('visibilitychange', this.#notify);
  }
}

function notificationOf(id: string, title: string, body: string): Notification | undefined {
  try {
    if (Notification.permission !== 'granted') return undefined;
    const notification = new Notification(title, { body, tag: `video-room ${id}`, requireInteraction: true });
    notification.addEventListener('click', () => {
      window.focus();
      notification.close();
    });
    return notification;
  } catch {
    // Absent in this browser, or, on phones, only for service workers.
    return undefined;
  }
}
