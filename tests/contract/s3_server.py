"""A real S3 server on loopback: moto's, which speaks the protocol over HTTP."""

import json
from collections.abc import Iterator
from contextlib import contextmanager

import boto3
from moto.server import ThreadedMotoServer

from ruanghijau.gateways.storage import S3Storage

BUCKET = "ruang-hijau"
ANYONE_MAY_READ = {
    "Version": "2012-10-17",
    "Statement": [
        {
            "Effect": "Allow",
            "Principal": "*",
            "Action": "s3:GetObject",
            "Resource": f"arn:aws:s3:::{BUCKET}/*",
        }
    ],
}
KEYS = {"access_key": "test", "secret_key": "test"}


@contextmanager
def s3_server() -> Iterator[str]:
    """The address of a server that has an empty bucket named `BUCKET`, which anyone may read."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    try:
        host, port = server.get_host_and_port()
        endpoint = f"http://{host}:{port}"
        _open_bucket(endpoint)
        yield endpoint
    finally:
        server.stop()


def _open_bucket(endpoint: str) -> None:
    client = boto3.client(
        "s3",
        endpoint_url=endpoint,
        region_name="us-east-1",
        aws_access_key_id="test",
        aws_secret_access_key="test",
    )
    client.create_bucket(Bucket=BUCKET)
    client.put_bucket_policy(Bucket=BUCKET, Policy=json.dumps(ANYONE_MAY_READ))


@contextmanager
def s3_bucket() -> Iterator[S3Storage]:
    with s3_server() as endpoint:
        yield S3Storage(BUCKET, endpoint_url=endpoint, region="us-east-1", **KEYS)
