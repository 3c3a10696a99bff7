import { FrontDesk } from './index.ts';

if (!customElements.get('front-desk')) customElements.define('front-desk', FrontDesk);
