import { list, upTo } from './list-request';

const RANKED = upTo(4_500, 'At most 1,000 of a type are ranked, and as many by their names.');
const SIMILAR = upTo(5_500, 'Whatever shares a word is ranked, within one organization.');
const ORDERED = upTo(2_700, 'Own and public templates are put in one order.');
const TAGS = upTo(5_500, 'Tags are counted on all templates that the caller sees.');

export const FOUND_REQUESTS = [
  list('search', 'search for a rare word', '/v1/search?q=refund'),
  list('search', 'search for a common word', '/v1/search?q=number', RANKED),
  list('search', 'search for a letter', '/v1/search?q=n', RANKED),
  list('search', 'search, page 15', '/v1/search?q=number&limit=50&offset=700', RANKED),
  list('search', 'search for two words', '/v1/search?q=invoice%20team', RANKED),
  list('findSimilar', 'similar workflows', '/v1/search/similar/workflow/wf_seed1000', SIMILAR),
  list('findSimilar', 'similar templates', '/v1/search/similar/template/tmpl_seed2', SIMILAR),
  list('listTemplates', 'templates', '/v1/templates?limit=50', ORDERED),
  list('listTemplates', 'public templates', '/v1/templates?limit=50&category=public', ORDERED),
  list('listTemplates', 'promoted ones', '/v1/templates?limit=50&category=promoted', ORDERED),
  list('listTemplates', 'own templates', '/v1/templates?limit=50&category=org', ORDERED),
  list('listTemplates', 'templates with a tag', '/v1/templates?limit=50&tags=Tag%207'),
  list(
    ...(['listRecommendedTemplates', 'recommended templates'] as const),
    '/v1/templates/recommended?category=all',
    ORDERED,
  ),
  list(
    ...(['listOrgPublicTemplates', 'templates of a publisher'] as const),
    '/v1/organizations/org_seed/templates/public?limit=50',
    ORDERED,
  ),
  list(
    ...(['getTemplateBySourceWorkflow', 'template of a workflow'] as const),
    '/v1/templates/by-source-workflow/wf_seed10',
  ),
  list('getTemplate', 'a template', '/v1/templates/tmpl_seed2'),
  list('listTemplateVersions', 'its versions', '/v1/templates/tmpl_seed2/versions?limit=50'),
  list(
    ...(['countTemplateVersions', 'its versions, counted'] as const),
    '/v1/templates/tmpl_seed2/versions/count',
    upTo(1_600, 'Versions of one template are counted in an index.'),
  ),
  list('listTags', 'tags', '/v1/tags?limit=50', TAGS),
  list('listTagCategories', 'categories of tags', '/v1/tags/categories', TAGS),
  list('listKnowledge', 'documents', '/v1/organizations/{org}/knowledge?limit=50'),
  list('listKnowledge', 'those with a rare word', '/v1/organizations/{org}/knowledge?q=refund'),
  list(
    ...([
      'listKnowledge',
      'those with a common word',
      '/v1/organizations/{org}/knowledge?q=team',
    ] as const),
    upTo(2_600, 'All matches are put in order.'),
  ),
];
