#pragma once

#include "ui/widgets/paintedwidget.h"

#include <optional>

class QHBoxLayout;
class QPushButton;
class QVBoxLayout;

namespace keyway {

class ElidedLabel;
class SearchField;
class TextLabel;

/// The top of a page, 60 px high: title, at most one line below it, search, one secondary and one
/// primary button. The margins shrink in a narrow window as those of the page do.
class PageHeader : public PaintedWidget {
    Q_OBJECT
public:
    explicit PageHeader(const QString &title, QWidget *parent = nullptr);
    void setTitle(const QString &title);
    void setSubtitle(const QString &subtitle);
    SearchField *addSearch(const QString &placeholder);
    QPushButton *addSecondary(const QString &text, const QString &icon = {});
    /// The page's one filled button.
    QPushButton *setPrimary(const QString &text, const QString &icon = {});
    SearchField *search() const { return m_search; }
    QPushButton *primary() const { return m_primary; }
    /// Anything else at the right side, before the primary button.
    void addWidget(QWidget *widget);
    /// So far from the left and right as the page's content; without it, as pages usually are.
    void setSides(int margin);
    /// While a banner has the page's filled button, this one is only outlined.
    void setPrimaryFilled(bool filled);

    QString spokenText() const override { return m_title; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QString m_title, m_primaryIcon;
    ElidedLabel *m_titleLabel;
    ElidedLabel *m_subtitle;
    QHBoxLayout *m_row;
    QHBoxLayout *m_tools;
    std::optional<int> m_sides;
    SearchField *m_search = nullptr;
    QPushButton *m_primary = nullptr;
};

} // namespace keyway
