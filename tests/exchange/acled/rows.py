"""Rows in ACLED's columns, all invented: ACLED's own may not be passed on."""

import csv
import io

from khaldun.exchange.acled.columns import COLUMNS

CLASH = {
    "event_id_cnty": "LBY901",
    "event_date": "2025-03-04",
    "year": "2025",
    "time_precision": "1",
    "disorder_type": "Political violence",
    "event_type": "Battles",
    "sub_event_type": "Armed clash",
    "actor1": "Military Forces of Libya (2021-)",
    "inter1": "1",
    "actor2": "Karda Brigade",
    "assoc_actor_2": "Sons of Karda",
    "inter2": "2",
    "interaction": "12",
    "iso": "434",
    "region": "Northern Africa",
    "country": "Libya",
    "admin1": "Fezzan",
    "location": "Karda",
    "latitude": "26.5",
    "longitude": "-14.25",
    "geo_precision": "1",
    "source": "River Post; Valley Radio",
    "source_scale": "National",
    "notes": "On 4 March 2025, soldiers and the Karda Brigade clashed near Karda.",
    "fatalities": "7",
}
RALLY = {
    "event_id_cnty": "LBY902",
    "event_date": "05 March 2025",
    "time_precision": "2",
    "sub_event_type": "Peaceful protest",
    "actor1": "Protesters (Libya)",
    "assoc_actor_1": "Teachers of Karda",
    "inter1": "Protesters",
    "country": "Libya",
    "location": "Karda",
    "fatalities": "0",
}


def file_of(*rows: dict[str, str], delimiter: str = ",") -> bytes:
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, COLUMNS, restval="", delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue().encode()
