#pragma once

// The same for tests of windows.

#include "widgets.h"

#include "coretests.h"
