import { ApiError } from '../common/errors';

/** A tag as it is compared and named in a URL; empty when there is nothing in it to go by. */
export function tagSlug(name: string): string {
  const words = name
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  return (words ?? []).join('-');
}

/** Names and slugs of tags, each tag once. Throws 400006 for one without a letter or digit. */
export function readTags(names: readonly string[]): { tags: string[]; tagSlugs: string[] } {
  const bySlug = new Map<string, string>();
  names.forEach((name, at) => {
    const slug = tagSlug(name);
    const field = `tags.${at}`;
    if (slug === '')
      throw ApiError.fields([{ field, message: `${field} needs a letter or digit` }]);
    if (!bySlug.has(slug)) bySlug.set(slug, name.trim());
  });
  return { tags: [...bySlug.values()], tagSlugs: [...bySlug.keys()] };
}
