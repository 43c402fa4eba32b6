"""A group's own services on top of the directory that comes with peercoach."""

from __future__ import annotations

from peercoach.coaching.services import Directory
from peercoach.coaching.services_fit import EMERGENCY
from peercoach.coaching.services_read import Read


def overlaid(base: Directory, own: Directory) -> Directory:
    """Give `base` with a group's own on top: an entry with the same id takes the place of the other, new ones come after.

    Of retired numbers and need tags the group's count too. Details are as fresh, and as checked by a person, as the stricter of
    the two says. 999 always stays what it is. Neither directory is changed; with an empty `own` all is as it was.
    """
    services = {service.id: service for service in base.services}
    services |= {service.id: service for service in own.services if service.id != EMERGENCY or EMERGENCY not in services}
    retired = {number.digits: number for number in (*base.read.retired, *own.read.retired)}
    return Directory(
        Read(
            services=tuple(services.values()),
            retired=tuple(retired.values()),
            needs=tuple((base.needs | own.needs).items()),
            stale_days=min(base.read.stale_days, own.read.stale_days),
            stale_days_crisis=min(base.read.stale_days_crisis, own.read.stale_days_crisis),
            human_checked=base.read.human_checked and (own.read.human_checked or not own.services),
        )
    )
