/** What stands behind the launcher once its code is there. */
export interface Panel {
  open(room: string | undefined, opener: HTMLElement): Promise<void>;
  close(): void;
  destroy(): void;
}

/** Where that code comes from: chunks beside the tag's file, or somebody's own bundle. */
export interface Sources {
  panel(): Promise<{
    /** `phrases` is the module of a language, `locale` what was asked for. */
    mount(desk: HTMLElement, locale: string, phrases: object, early?: Early): Panel;
  }>;
  /** The module of a language; English for one there is none of. */
  phrases(language: string): Promise<object>;
}

/** Asked in the tap itself, beside the code: who is here, and which shop is this? */
export interface Early {
  session: Promise<Response>;
  desk: Promise<Response>;
}
