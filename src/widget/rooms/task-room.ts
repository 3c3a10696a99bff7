import { asProblem, type Problem } from '../client/problem.ts';
import type { Place } from '../stores/route.ts';
import { refusal } from './refusal.ts';
import { RoomElement } from './room-element.ts';

/** A room in which something is done: one thing at a time, and what went wrong is said. */
export abstract class TaskRoom extends RoomElement {
  static override properties = [...RoomElement.properties, 'busy', 'error'];
  declare busy: boolean;
  /** What went wrong, in words; empty when nothing did. */
  declare error: string;

  constructor() {
    super();
    this.busy = false;
    this.error = '';
  }

  protected async do(act: () => Promise<unknown>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.error = '';
    try {
      await act();
    } catch (error) {
      this.failed(asProblem(error));
    } finally {
      this.busy = false;
    }
  }

  /** What was to be done was refused, or did not work. */
  protected failed(problem: Problem): void {
    this.error = refusal(problem, this.words);
  }

  /** Whoever has to sign in first comes back to where they were; a guest goes where they may be. */
  protected onlyCustomers(room: string, guests: Place | string): void {
    const { route } = this.desk;
    const { kind } = this.who;
    const here = route.here();
    if (here.room !== room) return;
    if (kind === 'anonymous') route.replace({ room: 'sign-in', after: here });
    if (kind === 'guest') route.replace(guests);
  }

  /** To the field that cannot be sent as it is. */
  protected async focusWrong(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }
}
