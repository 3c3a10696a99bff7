import { FdReturns, FrontDesk } from './index.ts';

if (!customElements.get('front-desk')) customElements.define('front-desk', FrontDesk);
if (!customElements.get('fd-returns')) customElements.define('fd-returns', FdReturns);
