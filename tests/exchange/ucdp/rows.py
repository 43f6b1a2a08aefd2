"""Rows in the columns of UCDP GED, all invented."""

import csv
import io

from khaldun.exchange.ucdp.columns import COLUMNS

CLASH = {
    "id": "990001",
    "year": "2025",
    "type_of_violence": "1",
    "conflict_name": "Libya: Government",
    "dyad_name": "Government of Libya - Karda Brigade",
    "side_a": "Government of Libya",
    "side_b": "Karda Brigade",
    "number_of_sources": "1",
    "source_office": "River Post",
    "source_date": "2025-03-05",
    "source_headline": "Soldiers and brigade clash at Karda",
    "source_original": "hospital; police",
    "where_prec": "1",
    "where_coordinates": "Karda town",
    "adm_1": "Fezzan",
    "latitude": "26.5",
    "longitude": "-14.25",
    "country": "Libya",
    "country_id": "620",
    "region": "Africa",
    "event_clarity": "1",
    "date_prec": "1",
    "date_start": "2025-03-04 00:00:00.000",
    "date_end": "2025-03-04 00:00:00.000",
    "deaths_a": "2",
    "deaths_b": "5",
    "best": "7",
    "high": "9",
    "low": "6",
    "gwnoa": "620",
}
MASSACRE = CLASH | {
    "id": "990002",
    "type_of_violence": "3",
    "side_a": "Karda Brigade",
    "side_b": "Civilians",
    "source_headline": "",
    "date_start": "2025-03-01",
    "date_end": "2025-03-06",
    "date_prec": "2",
    "best": "4",
    "high": "4",
    "low": "4",
    "gwnoa": "",
}


def file_of(*rows: dict[str, str], header: bool = True) -> bytes:
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, COLUMNS, restval="")
    if header:
        writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue().encode()
