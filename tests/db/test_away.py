"""A database that cannot be reached is trouble that passes, and is told as such."""

from pathlib import Path

from ruanghijau.app import create_app
from ruanghijau.config import Environment, Settings


def test_the_answer_says_to_come_back(tmp_path: Path) -> None:
    settings = Settings(
        _env_file=None,
        app_env=Environment.testing,
        database_url="mysql+pymysql://nobody@127.0.0.1:9/nothing",
        upload_folder=tmp_path,
        rate_limits=False,
    )
    response = create_app(settings).test_client().get("/api/posts/feed")
    assert response.status_code == 503
    assert response.json["error"]["code"] == "SERVICE_UNAVAILABLE"
    assert int(response.headers["Retry-After"]) > 0
    assert "127.0.0.1" not in response.text
