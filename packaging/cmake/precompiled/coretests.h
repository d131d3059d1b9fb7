#pragma once

// What tests include besides what they test.

#include "core.h"

#include <QtNetwork/QHostAddress>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
