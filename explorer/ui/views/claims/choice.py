"""Which claims the state shows, and which of them is selected."""

from explorer.data.claims import CheckedClaim, checked_claims
from explorer.models.views import ALL_VERDICTS, CLAIMS_VIEW
from explorer.ui.view_context import ViewContext


def claims_of(shared: ViewContext) -> tuple[CheckedClaim, ...]:
    """Return the claims with the chosen verdict."""
    verdict = shared.state.options(CLAIMS_VIEW)["verdict"]
    return checked_claims(shared.store, "" if verdict == ALL_VERDICTS else verdict)


def selected_claim(shared: ViewContext) -> CheckedClaim | None:
    """Return the chosen claim, the first one where it does not have the chosen verdict; None without any."""
    claims = claims_of(shared)
    chosen = shared.state.options(CLAIMS_VIEW)["claim"]
    return next((c for c in claims if c.claim.claim_id == chosen), claims[0] if claims else None)
