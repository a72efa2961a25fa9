/** A notification of the system while the page is hidden, if the person has allowed them. Never asks for it. */
export class SystemNotice {
  #notification: Notification | undefined;
  #id: string | undefined;

  /** Shows words about `id`, in the place of those before; undefined takes them away. */
  show(id: string | undefined, title = '', body = ''): void {
    if (id === this.#id) return;
    this.#notification?.close();
    this.#notification = undefined;
    this.#id = id;
    if (id === undefined || !document.hidden) return;
    try {
      if (Notification.permission !== 'granted') return;
      const notification = new Notification(title, { body, tag: `video-room ${id}`, requireInteraction: true });
      notification.addEventListener('click', () => {
        window.focus();
        notification.close();
      });
      this.#notification = notification;
    } catch {
      // Absent in this browser, or, on phones, only for service workers.
    }
  }
}
