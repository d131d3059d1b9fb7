#pragma once

#include "ui/desktop/shell/page.h"

namespace keyway {

class ScrollPage;

/// A section of the settings: one column, as wide as can be read, in the middle, and its title
/// above it.
class SectionPage : public Page {
    Q_OBJECT
public:
    explicit SectionPage(QWidget *parent = nullptr);

protected:
    /// Both once; `content` has a layout.
    void setParts(PageHeader *header, QWidget *content);
    void resizeEvent(QResizeEvent *event) override;

private:
    ScrollPage *m_scroll;
};

} // namespace keyway
