/**
 * The file of a page that has `<fd-recommendations>` on it: the element with all it needs, and nothing
 * else. It runs as a classic script or as a module, from any origin. A second tag changes nothing.
 */
import { FdRecommendations } from './elements/fd-recommendations.ts';

if (!customElements.get('fd-recommendations'))
  customElements.define('fd-recommendations', FdRecommendations);
