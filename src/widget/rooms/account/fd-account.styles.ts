import { css } from 'lit';

export const styles = css`
  .foot { margin-block-start: auto; }
`;
