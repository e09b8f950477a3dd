import type { Template } from '../database/entities';

type Moderated = Pick<
  Template,
  | 'visibility'
  | 'currentVersion'
  | 'publicVersion'
  | 'moderationStatus'
  | 'rejectionReason'
  | 'submittedAt'
  | 'reviewedAt'
  | 'reviewedBy'
  | 'promotedAt'
  | 'promotedBy'
>;

/**
 * Settles who sees what after a template has changed. A new version of a public one waits for a review, and the one
 * that was approved before stays public meanwhile. Whoever reviews others needs no review.
 */
export function settleVisibility(
  template: Moderated,
  by: { id: string; isReviewer: boolean },
  now = new Date(),
): void {
  if (template.visibility === 'org') {
    hide(template);
    template.moderationStatus = 'approved';
    template.rejectionReason = null;
    return;
  }
  if (template.publicVersion === template.currentVersion) return;
  template.submittedAt = now;
  template.moderationStatus = 'pending';
  template.rejectionReason = null;
  if (by.isReviewer) approve(template, by.id, now);
}

export function approve(template: Moderated, by: string, now = new Date()): void {
  template.publicVersion = template.currentVersion;
  template.moderationStatus = 'approved';
  template.rejectionReason = null;
  template.reviewedAt = now;
  template.reviewedBy = by;
}

/** Nobody else sees it any more, a version that was approved before included. */
export function reject(
  template: Moderated,
  by: string,
  reason: string | null,
  now = new Date(),
): void {
  hide(template);
  template.moderationStatus = 'rejected';
  template.rejectionReason = reason;
  template.reviewedAt = now;
  template.reviewedBy = by;
}

export function hide(template: Moderated): void {
  template.publicVersion = null;
  template.promotedAt = null;
  template.promotedBy = null;
}
