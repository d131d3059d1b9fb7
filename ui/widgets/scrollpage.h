#pragma once

#include <QtWidgets/QScrollArea>

namespace keyway {

/// A scroll area without frame whose bar stands in the right margin of its content, so that the
/// content keeps its place when the bar comes and goes. The margins are those of the content's
/// layout; set them here.
class ScrollPage : public QScrollArea {
    Q_OBJECT
public:
    explicit ScrollPage(QWidget *parent = nullptr);
    /// Margins of the layout of widget().
    void setMargins(const QMargins &margins);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void apply();

    QMargins m_margins;
    bool m_given = false;
};

} // namespace keyway
